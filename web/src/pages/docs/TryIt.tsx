import document from 'virtual:openapi';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Send, Square } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import { CameView } from './CameView';
import { Curl } from './Curl';
import s from './Docs.module.css';
import type { Operation } from './document';
import { field, JSON_TYPE, missing, prepared, takesFile, takesJson } from './request';
import { bounds, example } from './schema';
import { send } from './send';
import f from './TryIt.module.css';

/** A form that sends the operation to this very server. */
export function TryIt({ operation }: { readonly operation: Operation }) {
  const { docs } = useWords();
  const refusal = useRefusal();
  const [values, setValues] = useState<Record<string, string>>({});
  const [text, setText] = useState(() => firstBody(operation));
  const [file, setFile] = useState<File>();
  const stop = useRef<AbortController>(undefined);
  const request = prepared(operation, { values, text });
  const trying = useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      return send(request, file, stop.current.signal);
    },
  });
  const lacking = missing(operation, { values, text });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacking.length) trying.mutate();
  };
  return (
    <section className={s.part}>
      <h2>{docs.try}</h2>
      <form className={`${s.card} ${f.form}`} onSubmit={submit}>
        {operation.parameters.length > 0 && (
          <div className={f.fields}>
            {operation.parameters.map(it => (
              <TextInput
                key={field(it)}
                label={it.name}
                description={docs.places[it.in]}
                required={it.required ?? false}
                placeholder={String(it.example ?? bounds(it.schema ?? {}).join(' '))}
                value={values[field(it)] ?? ''}
                onChange={({ target }) => setValues({ ...values, [field(it)]: target.value })}
                classNames={{ input: f.input ?? '' }}
                autoComplete="off"
                spellCheck={false}
              />
            ))}
          </div>
        )}
        {takesJson(operation) && (
          <Textarea
            label={docs.json}
            value={text}
            onChange={({ target }) => setText(target.value)}
            classNames={{ input: f.json ?? '' }}
            spellCheck={false}
          />
        )}
        {takesFile(operation) && (
          <label className={f.file}>
            {docs.file}
            <input type="file" onChange={({ target }) => setFile(target.files?.[0])} />
          </label>
        )}
        <Curl request={request} operation={operation} />
        <div className={f.foot}>
          <p className={s.quiet}>{operation.method === 'get' ? docs.tryHint : docs.tryReal}</p>
          {trying.isPending ? (
            <Button
              variant="default"
              leftSection={<Square size={12} aria-hidden />}
              onClick={() => stop.current?.abort()}
            >
              {docs.stop}
            </Button>
          ) : (
            <Button
              type="submit"
              color={operation.method === 'delete' ? 'bad' : 'accent'}
              disabled={lacking.length > 0}
              leftSection={<Send size={13} aria-hidden />}
            >
              {docs.send}
            </Button>
          )}
        </div>
        <div aria-live="polite">
          {trying.error && trying.error.name !== 'AbortError' && (
            <p className={f.error}>{refusal(trying.error)}</p>
          )}
          {trying.data && !trying.isPending && (
            <CameView came={trying.data} url={request.method === 'get' ? request.url : undefined} />
          )}
        </div>
      </form>
    </section>
  );
}

function firstBody({ body }: Operation): string {
  const schema = body?.[JSON_TYPE]?.schema;
  return schema ? JSON.stringify(example(document, schema, false), null, 2) : '';
}
