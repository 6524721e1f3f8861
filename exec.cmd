@rem npm runs "exec node scripts/start.js": in a Unix shell, exec hands signals straight to Node, so that
@rem Ctrl+C ends npm start with status 0. Windows has no exec; there this file stands in for it.
@%*
