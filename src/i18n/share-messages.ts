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
  /** Opens such a file again. */
  open: string;
  /** Before another plan takes the place of what was entered. */
  replace: string;
  /** Of the campaign. */
  name: string;
  /** Where a team signs. */
  signed: string;
  /** Of the table in the CSV. */
  columns: Record<'part' | 'what' | 'owner' | 'value' | 'from' | 'to', string>;
  /** Before the name of the definition that is the headline. */
  definition: string;
  /** `{what}` was entered as a range: the value is its average. */
  average: string;
  /** Name of a downloaded file, without its ending. */
  file: string;
}
