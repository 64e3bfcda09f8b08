/** What the share panel says. */
export interface ShareMessages {
  title: string;
  link: string;
  copy: string;
  copied: string;
  /** What the link holds, and what it does not. */
  privacy: string;
  keep: string;
  print: string;
  csv: string;
  json: string;
  /** Name of a downloaded file, without its ending. */
  file: string;
}
