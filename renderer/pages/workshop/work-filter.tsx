import { SelectField } from '#renderer/components/select-field.tsx';
import './work-page.css';

export interface WorkFilter {
  /** Kind of the section, or null for all. */
  readonly section: string | null;
  /** Name of the person, or null for all. */
  readonly person: string | null;
}

export const NO_FILTER: WorkFilter = { section: null, person: null };

export interface WorkFilterFieldsProps {
  readonly filter: WorkFilter;
  readonly sections: readonly { readonly value: string; readonly text: string }[];
  readonly people: readonly string[];
  readonly onFilter: (filter: WorkFilter) => void;
}

/** Section and person to look at. */
export function WorkFilterFields({ filter, sections, people, onFilter }: WorkFilterFieldsProps) {
  return (
    <div className="work__filter">
      <SelectField
        label="Section"
        value={filter.section}
        options={sections}
        placeholder="All sections"
        onChange={(section) => onFilter({ ...filter, section })}
      />
      <SelectField
        label="Person"
        value={filter.person}
        options={people.map((name) => ({ value: name, text: name }))}
        placeholder="Everybody"
        onChange={(person) => onFilter({ ...filter, person })}
      />
    </div>
  );
}
