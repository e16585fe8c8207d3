import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/endpoint/config.ts';

describe('configuration by environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({}, '/srv/data')).toEqual({
      host: 'localhost',
      port: 8460,
      publicUrl: undefined,
      dataDir: '/srv/data',
    });
  });

  it('takes what is given', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://jinban.example.gov.cn/',
      DATA_DIR: '/tmp/x',
    };
    expect(readConfig(env, '/srv/data')).toEqual({
      host: '0.0.0.0',
      port: 0,
      publicUrl: 'https://jinban.example.gov.cn',
      dataDir: '/tmp/x',
    });
  });

  it.each([
    { PORT: 'http' },
    { PORT: '70000' },
    { HOST: 'a b' },
    { PUBLIC_URL: 'jinban.example' },
    { PUBLIC_URL: 'ftp://jinban.example' },
    { PUBLIC_URL: 'https://jinban.example/sub' },
    { DATA_DIR: ' ' },
    { DATABASE_URL: 'postgres://later' },
    { FILES_URL: 's3://later' },
  ])('%j stops the start with one line that names it', (env) => {
    const [name = ''] = Object.keys(env);
    expect(() => readConfig(env, '/srv/data')).toThrow(ConfigError);
    expect(() => readConfig(env, '/srv/data')).toThrow(new RegExp(`^${name}.*$`));
  });
});
