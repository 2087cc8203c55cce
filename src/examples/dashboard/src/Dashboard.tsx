import { useState, type ReactNode } from 'react';
import { Chart } from './Chart';
import { graphql, type Problem } from './gateway';
import { useAnswer } from './useAnswer';

const document = graphql.persisted('Dashboard', graphql(`
  query Dashboard($zone: ID!, $window: String!) {
    spectrumBytime(zoneId: $zone, timeDelta: HOUR, window: $window, dimensions: [EVENT], sort: [COUNT_DESC]) {
      completeIntervals
      totals { count }
      data { dimensions { event } values(metric: COUNT) }
      freshness { status fetchedAt }
    }
    ctTimeseries(
      aggInterval: ONE_DAY
      series: [{ name: "this week", dateRange: "7d" }, { name: "the week before", dateRange: "7dcontrol" }]
    ) {
      series { name completePoints values }
      freshness { status fetchedAt }
    }
  }
`));

export function Dashboard() {
  // The token stays in memory: nothing stores it.
  const [token, setToken] = useState('sandbox-token-for-everything');
  const [zone, setZone] = useState('023e105f4ecef8ad9ca31a8372d0c353');
  const [window, setWindow] = useState('24h');
  const { data, errors } = useAnswer(document, { zone, window }, token, 30);
  const problemOf = (field: string) => errors?.find(({ path }) => !path || path[0] === field);
  const traffic = data?.spectrumBytime;
  const certificates = data?.ctTimeseries;

  return (
    <main>
      <h1>Traffic and certificates</h1>
      <form onSubmit={(event) => event.preventDefault()}>
        <label>Token <input type="password" autoComplete="off" value={token} onChange={({ target }) => setToken(target.value)} /></label>
        <label>Zone <input value={zone} onChange={({ target }) => setZone(target.value)} /></label>
        <label>Window <select value={window} onChange={({ target }) => setWindow(target.value)}>
          {['6h', '24h', '7d'].map((value) => <option key={value}>{value}</option>)}
        </select></label>
      </form>

      <Panel title="Connections by event" freshness={traffic?.freshness} problem={problemOf('spectrumBytime')}>
        {traffic && <>
          <p className="total">{traffic.totals.count?.toLocaleString('en')}</p>
          <Chart
            title="Connections by event"
            lines={traffic.data.map(({ dimensions, values }) => (
              { name: dimensions.event ?? 'all', values, complete: traffic.completeIntervals }))}
          />
        </>}
      </Panel>

      <Panel title="Certificates a day" freshness={certificates?.freshness} problem={problemOf('ctTimeseries')}>
        {certificates && <Chart
          title="Certificates a day"
          lines={certificates.series.map(({ name, values, completePoints }) => ({ name, values, complete: completePoints }))}
        />}
        <small>
          Source: <a href="https://radar.cloudflare.com">Cloudflare Radar</a>, <a
            href="https://creativecommons.org/licenses/by-nc/4.0/">CC BY-NC 4.0</a>
        </small>
      </Panel>
    </main>
  );
}

function Panel({ title, freshness, problem, children }: {
  title: string;
  freshness?: { status: string; fetchedAt: string };
  problem?: Problem;
  children: ReactNode;
}) {
  return (
    <section>
      <h2>{title} {freshness && <small>{freshness.status}, {new Date(freshness.fetchedAt).toLocaleTimeString('en-GB')}</small>}</h2>
      {problem && <p role="alert">{problem.message}</p>}
      {children}
    </section>
  );
}
