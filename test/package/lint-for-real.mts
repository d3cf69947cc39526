// eslint-plugin-n8n-nodes-base reads every file as "Test.node.ts" while NODE_ENV says test. To be imported first.
process.env.NODE_ENV = 'production';
