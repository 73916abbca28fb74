/** Text as Mermaid's labels and messages take it: what has a meaning there is written as an entity. */
export const mermaidText = (text: string): string =>
  text.replace(/[#;"<>{}\r\n]/g, (one) => (one === '\n' || one === '\r' ? ' ' : `#${one.charCodeAt(0)};`));
