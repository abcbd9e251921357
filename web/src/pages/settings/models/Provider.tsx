import type { Model } from '~/api/client';
import { isScripted } from '~/pages/start/models';
import { Tried } from '~/parts/models/Tried';
import { TryButton } from '~/parts/models/TryButton';
import { useTry } from '~/parts/models/useTry';
import { useFormats, useWords } from '~/words/Words';
import { Badge } from '../Badge';
import t from '../Table.module.css';
import { ownName } from './byProvider';
import s from './Provider.module.css';
import { UseAsDefault } from './UseAsDefault';

interface Props {
  readonly name: string;
  readonly models: readonly Model[];
}

/** The models of one provider; prices in dollars for a million tokens. */
export function Provider({ name, models }: Props) {
  const { settings, supplies } = useWords();
  const { models: words } = settings;
  return (
    <section className={s.provider}>
      <h3 className={s.name}>{words.providers[name] ?? name}</h3>
      <div className={t.frame}>
        <table className={t.table} data-stacks>
          <thead>
            <tr>
              <th scope="col">{words.model}</th>
              <th scope="col" data-number>
                {words.context}
              </th>
              <th scope="col" data-number>
                {words.output}
              </th>
              <th scope="col" data-number>
                {words.price}
              </th>
              <th scope="col">{words.tools}</th>
              <th scope="col" className={s.try}>
                <span className="unseen">{supplies.tryIt}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {models.map(model => (
              <Row key={model.name} model={model} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ model }: { readonly model: Model }) {
  const { settings } = useWords();
  const { models: words } = settings;
  const { short, number } = useFormats();
  const trying = useTry(model.name);
  const { name, contextTokens, maxOutputTokens, price, tools } = model;
  const tokens = (n: number) => <span title={number(n)}>{short(n)}</span>;
  return (
    <tr>
      <th scope="row">
        <span className={s.model}>{ownName(name)}</span>
        <span className={s.tried} role="status">
          <Tried trying={trying} />
        </span>
      </th>
      <td data-number data-name={words.context}>
        {tokens(contextTokens)}
      </td>
      <td data-number data-name={words.output}>
        {tokens(maxOutputTokens)}
      </td>
      <td data-number data-name={words.price}>
        {price ? <Price {...price} /> : <span className={t.quiet}>{words.noPrice}</span>}
      </td>
      <td data-name={words.tools}>
        <Badge tone={tools === 'native' ? 'plain' : 'wait'}>{words.toolKinds[tools]}</Badge>
      </td>
      <td>
        <UseAsDefault model={name} />
        {!isScripted(model) && <TryButton model={name} trying={trying} />}
      </td>
    </tr>
  );
}

/** Input / what of it came from a cache / output. */
function Price({ input, cachedInput, output }: NonNullable<Model['price']>) {
  const { settings } = useWords();
  const { price } = useFormats();
  return (
    <span title={settings.models.priceParts}>
      {price(input)} <span className={t.quiet}>/ {price(cachedInput)} /</span> {price(output)}
    </span>
  );
}
