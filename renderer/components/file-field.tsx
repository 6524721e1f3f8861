import { Field, type FieldProps } from './field.tsx';
import './field.css';

export interface FileFieldProps extends FieldProps {
  /** Kinds of files to offer, as the attribute `accept` takes them. */
  readonly accept: string;
  /** The chosen file; null when the choice was taken back. */
  readonly onChoose: (file: File | null) => void;
}

/** A file of this computer. */
export function FileField({ accept, onChoose, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="file"
          accept={accept}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
