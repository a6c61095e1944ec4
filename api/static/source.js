const place = document.getElementById("kohta");
if (place) {
  place.closest("details")?.setAttribute("open", "");
  place.scrollIntoView({ block: "center" });
}
