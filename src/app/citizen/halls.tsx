import type { VNode } from 'preact';
import { isHall, type Office } from '../../domain/office.ts';
import type { Catalogue } from '../../domain/rules.ts';
import { documentOf, type Script } from './document.tsx';

export interface HallsProps {
  readonly catalogue: Catalogue;
  readonly scripts: readonly Script[];
}

/** Where to go: nine towns and the district, equal. */
export function renderHalls({ catalogue, scripts }: HallsProps): string {
  return documentOf({
    title: '去哪里办：九个镇和区级大厅',
    description: '山亭区九个镇便民服务大厅和区级大厅的地址、电话和上班时间，任选一处都受理。',
    scripts,
    children: (
      <>
        <h1>去哪里办</h1>
        <p class="lead">九个镇和区里都一样受理，去近的那一处就行。</p>
        <Halls offices={catalogue.offices.filter(isHall)} />
      </>
    ),
  });
}

/** What is not known is said once; a hall is never shown as closed for want of data. */
export function Halls({ offices }: { readonly offices: readonly Office[] }): VNode {
  const unconfirmed = offices.some((office) => office.confirmation === 'pending');
  return (
    <>
      {unconfirmed && (
        <p class="quiet">各大厅的地址、电话和上班时间，部门还没有确认；在大厅上班时间前去都会收件。</p>
      )}
      <ul class="halls">
        {offices.map((office) => (
          <Hall key={office.id} office={office} />
        ))}
      </ul>
    </>
  );
}

function Hall({ office }: { readonly office: Office }): VNode {
  const { name, address, telephone, hours } = office;
  return (
    <li>
      <strong>{name}</strong>
      {address && <span>{address}</span>}
      {hours && <span>{hours}</span>}
      {telephone && <a href={`tel:${telephone}`}>{telephone}</a>}
      <a href={mapAddress(office)} rel="noreferrer">
        看地图<span class="away">：{name}</span>
      </a>
    </li>
  );
}

/** Opens the map that the phone has for it; by name, since no coordinates are known. */
const mapAddress = ({ name, address }: Office): string =>
  `https://uri.amap.com/search?${new URLSearchParams({ keyword: address ?? `山亭区${name}`, src: 'jinban', callnative: '1' })}`;
