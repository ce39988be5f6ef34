/** A table as it is written: a title, the heads of its columns, and rows of as many cells. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

/** What a command has to show: a title, remarks, and tables. */
export interface Report {
  readonly title: string;
  readonly remarks: readonly string[];
  readonly sheets: readonly Sheet[];
}
