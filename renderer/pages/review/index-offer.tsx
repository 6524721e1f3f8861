import { ListPlus } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import '#renderer/components/export-form.css';

export interface IndexOfferProps {
  readonly file: string;
  readonly line: string;
  readonly onExtend: () => void;
}

/** Offers to add the record to the list of records that lies beside it, which is not changed unasked. */
export function IndexOffer({ file, line, onExtend }: IndexOfferProps) {
  return (
    <Callout tone="open" title={`${file} lists the records`}>
      <p>With this line it would list the new one too:</p>
      <p className="export__path">{line}</p>
      <div>
        <Button icon={ListPlus} onPress={onExtend}>
          Add to {file}
        </Button>
      </div>
    </Callout>
  );
}
