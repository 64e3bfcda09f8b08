import { type JSX, render } from 'preact';
import { texts } from './inbox-texts.ts';
import { LeadCard } from './lead-card.tsx';
import { personName } from './person-name.ts';
import { type Connection, useLeads } from './use-leads.ts';

const Empty = (): JSX.Element => (
  <div class="empty">
    <p class="headline">{texts.empty}</p>
    <p>
      {texts.emptyHint} <a href="/en/">{texts.landing.en}</a> or <a href="/it/">{texts.landing.it}</a>.
    </p>
  </div>
);

const ConnectionState = ({ state }: { state: Connection }): JSX.Element => (
  <p class={`connection is-${state}`}>{texts.connection[state]}</p>
);

/** The team's view of what arrives: newest first, by itself. */
function Inbox(): JSX.Element {
  const { connection, leads, next, arrived, showOlder } = useLeads();
  const spoken =
    connection === 'lost'
      ? texts.connection.lost
      : arrived &&
        texts.arrived(
          personName(arrived.envelope.profile),
          arrived.score ? texts.temperatures[arrived.score.temperature] : texts.unscored,
        );
  return (
    <>
      <header class="top">
        <h1>{texts.title}</h1>
        {leads.length > 0 && <p class="count">{texts.count(leads.length, next !== null)}</p>}
        <ConnectionState state={connection} />
      </header>
      <p class="spoken" role="status">
        {spoken}
      </p>
      <main>
        {leads.map((lead) => (
          <LeadCard key={lead.sequence} lead={lead} />
        ))}
        {leads.length === 0 && connection === 'live' && <Empty />}
        {next !== null && (
          <button type="button" onClick={showOlder}>
            {texts.older}
          </button>
        )}
      </main>
    </>
  );
}

render(<Inbox />, document.getElementById('inbox')!);
