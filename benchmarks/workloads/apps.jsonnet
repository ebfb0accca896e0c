// The resources of n Kubernetes apps, three or four of each, without any library.
function(n)
  local App(i) = {
    name: 'app-' + i,
    namespace: 'team-' + i % 40,
    image: 'registry.example.org/team-%d/app-%d' % [i % 40, i],
    tag: '1.%d.%d' % [i % 30, i % 7],
    replicas: 1 + i % 3,
    port: 8000 + i % 100,
    public: i % 3 == 0,
    variables: { LOG_LEVEL: 'info', APP_NAME: 'app-' + i, MAX_CONNECTIONS: '' + (10 + i % 90) },
  };
  local metadata(app, extra) = {
    name: app.name,
    namespace: app.namespace,
    labels: { 'app.kubernetes.io/name': app.name, 'app.kubernetes.io/version': app.tag, 'app.kubernetes.io/managed-by': 'kwix' },
  } + extra;
  local selector(app) = { 'app.kubernetes.io/name': app.name };
  local deployment(app) = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(app, {}),
    spec: {
      replicas: app.replicas,
      selector: { matchLabels: selector(app) },
      template: {
        metadata: { labels: selector(app) },
        spec: {
          serviceAccountName: 'default',
          containers: [
            {
              name: 'main',
              image: app.image + ':' + app.tag,
              ports: [{ name: 'http', containerPort: app.port, protocol: 'TCP' }],
              envFrom: [{ configMapRef: { name: app.name } }],
              resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
              livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, initialDelaySeconds: 5, periodSeconds: 10 },
            },
          ],
        },
      },
    },
  };
  local service(app) = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(app, {}),
    spec: { selector: selector(app), ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  };
  local configMap(app) = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(app, {}),
    data: app.variables {
      'app.conf': std.join('\n', ['[server]', 'listen = 0.0.0.0:' + app.port, 'name = "' + app.name + '"', '']),
    },
  };
  local ingress(app) = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(app, { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } }),
    spec: {
      rules: [
        {
          host: app.name + '.example.org',
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: app.name, port: { name: 'http' } } } }] },
        },
      ],
    },
  };
  std.flatMap(
    function(i)
      local app = App(i);
      [deployment(app), service(app), configMap(app)] + (if app.public then [ingress(app)] else []),
    std.range(0, n - 1)
  )
