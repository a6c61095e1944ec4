/**
 * Reads server-sent events from a response's body.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @yields {{name: string, data: object}} Each event as soon as it's whole.
 */
export async function* events(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let unread = "";
  try {
    while (true) {
      const { done, value } = await reader.read();
      unread += decoder.decode(value, { stream: !done });
      const blocks = unread.split(/\r?\n\r?\n/);
      unread = blocks.pop();
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function eventOf(block) {
  let name = "message";
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const match = /^(event|data): ?(.*)$/s.exec(line);
    if (!match) continue;
    if (match[1] === "event") name = match[2];
    else data.push(match[2]);
  }
  return data.length ? { name, data: JSON.parse(data.join("\n")) } : null;
}
