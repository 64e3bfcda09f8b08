/** What the share panel says. */
export interface ShareMessages {
  title: string;
  link: string;
  copy: string;
  copied: string;
  /** Where a page may not copy. */
  selected: string;
  /** What the link holds, and what it does not. */
  privacy: string;
  /** Of a link that brought nothing, or not all. */
  unreadable: string;
  partly: string;
  keep: string;
  print: string;
  csv: string;
  json: string;
  /** Name of a downloaded file, without its ending. */
  file: string;
}
