import type { Office } from '../../domain/office.ts';
import { SelectField, type SelectFieldProps } from './selectField.tsx';

interface OfficeProps extends Pick<SelectFieldProps, 'value' | 'error' | 'none' | 'onChange'> {
  readonly offices: readonly Office[];
}

/** Which office: every one of the catalogue. */
export function OfficeSelect({ offices, ...rest }: OfficeProps) {
  const options = offices.map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField label="单位" options={options} {...rest} />;
}
