import type { ReactNode } from "react";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import "./data-table.css";

type Column<Row> = {
  label: string;
  /** Nothing (null) leaves the line out on a phone. */
  cell(row: Row): ReactNode;
  numeric?: boolean;
  /** Says what it is by itself: on a phone it needs no label before it. */
  plain?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  keyOf(row: Row): string | number;
};

/** The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  const [name, ...facts] = columns;
  return (
    <table className="rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th key={label} scope="col" className={numeric ? "rows-number" : undefined}>
              {label || <VisuallyHidden>{caption}</VisuallyHidden>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{name.cell(row)}</th>
            {facts.map((column) => (
              <td key={column.label} className={column.numeric ? "rows-number" : undefined}>
                {labelled(column, column.cell(row))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelled<Row>({ label, plain }: Column<Row>, value: ReactNode): ReactNode {
  if (value === null || value === undefined || value === false) return null;
  if (plain || !label) return value;
  return (
    <>
      <span className="rows-label">{label}</span>
      {value}
    </>
  );
}
