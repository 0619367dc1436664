import { readOptions } from './options';

describe('readOptions', () => {
  it('has sensible defaults', () => {
    expect(readOptions([], {}, '/project')).toMatchObject({
      dataFolder: '/project/.data',
      publishedData: null,
      planDocuments: null,
      portOffset: 0,
      help: false,
    });
  });

  it('takes folders relative to where the command was typed', () => {
    expect(
      readOptions(['--data', '../shared/data', '--data-folder', 'other', '--port-offset', '100'], {}, '/a/project'),
    ).toMatchObject({
      dataFolder: '/a/project/other',
      publishedData: '/a/shared/data/published',
      portOffset: 100,
    });
  });

  it('takes the environment where the command line says nothing', () => {
    expect(readOptions([], { LIENTINH_DATA: '/var/lib/lt', LIENTINH_PORT_OFFSET: '7' }, '/p')).toMatchObject({
      dataFolder: '/var/lib/lt',
      portOffset: 7,
    });
  });

  it.each([[['--unknown']], [['--port-offset', 'x']], [['--port-offset', '-1']], [['stray']]])(
    'refuses %j with a code and where to look',
    (argv) => {
      expect(() => readOptions(argv, {}, '/p')).toThrow(
        expect.objectContaining({ code: 'ARGUMENTS_INVALID', message: expect.stringContaining('--help') as string }),
      );
    },
  );
});
