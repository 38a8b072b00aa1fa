#!/bin/sh
# countersign.sh - sends an HTTP request signed in the scheme countersign-1 (docs/protocol.md of Countersign).
#
# One file on its own: copy it into your project. It needs a POSIX shell (dash, bash, ksh, busybox) with the usual
# utilities, curl 7.76 or newer and openssl. Run it without arguments to see how it is used.
#
# The secret is taken from an environment variable or a file, never from an argument, and is never an argument of another
# program either: `openssl dgst -hmac SECRET` would show it to everyone who lists processes. So the HMAC is put together
# here from two plain SHA-256 sums (RFC 2104), whose input goes to openssl through pipes.

set -eu
LC_ALL=C
export LC_ALL

# A variable that the caller exports stays exported whatever is assigned to it.
unset the_secret bytes block rest escapes behind byte

tab=$(printf '\t')
gap=" $tab"
newline='
'

usage() {
  cat >&2 <<'END'
usage: countersign.sh [options] METHOD URL

  --key KEY            the app key                             (or COUNTERSIGN_APP_KEY)
  --environment NAME   the environment that is called          (or COUNTERSIGN_ENVIRONMENT)
  --secret-env NAME    variable that holds the secret; COUNTERSIGN_SECRET if nothing is said
  --secret-file FILE   file that holds the secret; line ends behind it do not count
  --secret-base64      the secret is the base64 of its bytes
  -H, --header LINE    send this header, "Name: value"
  --sign-header NAME   sign that header too; it must be sent with --header
  -d, --data TEXT      the body
  --data-file FILE     the body, from a file
  -i, --include        show the answer's head before its body
  --timeout SECONDS    give up after so long; 60 if nothing is said
  --print              do not send; print the headers that sign the request
  --canonical          do not send; print the canonical request
  --timestamp TEXT     sign this instant instead of now        (for tests)
  --nonce TEXT         use this nonce instead of a random one  (for tests)

The answer's body goes to standard output. Exit code: 0, or 22 if the status is 400 or above, 2 if the request cannot be
signed, else that of curl. To repeat a call run this again: it signs with a new nonce.
END
  exit 2
}

fail() {
  printf 'countersign.sh: %s\n' "$1" >&2
  exit 2
}

# ---- the command line ----

key=${COUNTERSIGN_APP_KEY-}
environment=${COUNTERSIGN_ENVIRONMENT-}
secret_env=COUNTERSIGN_SECRET secret_file='' secret_base64=no
raw_headers='' raw_names='' body_from=none data='' action=send include=no timeout=60 timestamp='' nonce=''

while [ $# -gt 0 ]; do
  case $1 in
    --*=*)
      option=${1%%=*} argument=${1#*=}
      shift
      set -- "$option" "$argument" "$@"
      ;;
  esac
  case $1 in
    --secret-base64) secret_base64=yes; shift; continue ;;
    -i | --include) include=yes; shift; continue ;;
    --print) action=print; shift; continue ;;
    --canonical) action=canonical; shift; continue ;;
    -?*) [ $# -ge 2 ] || usage ;;
    *) break ;;
  esac
  case $1 in
    --key) key=$2 ;;
    --environment) environment=$2 ;;
    --secret-env) secret_env=$2 ;;
    --secret-file) secret_file=$2 ;;
    -H | --header)
      case $2 in *"$newline"*) fail 'a header holds a line end' ;; esac
      raw_headers=$raw_headers$2$newline ;;
    --sign-header) raw_names=$raw_names$2$newline ;;
    -d | --data) body_from=text data=$2 ;;
    --data-file) body_from=file data=$2 ;;
    --timeout) timeout=$2 ;;
    --timestamp) timestamp=$2 ;;
    --nonce) nonce=$2 ;;
    *) usage ;;
  esac
  shift 2
done
[ $# -eq 2 ] || usage
method=$1 url=$2

# Out of the environment before the first other program starts.
case $secret_env in '' | [0-9]* | *[!A-Za-z0-9_]*) fail 'this is not the name of a variable: see --secret-env' ;; esac
eval "the_secret=\${$secret_env-}"
unset "$secret_env" COUNTERSIGN_SECRET

# ---- the parts of the canonical request ----

headers='' sent=''

trimmed() {
  text=${1#"${1%%[!$gap]*}"}
  printf '%s' "${text%"${text##*[!$gap]}"}"
}

lower() {
  printf '%s' "$1" | tr 'A-Z' 'a-z'
}

is_token() {
  case $1 in '' | *[!-A-Za-z0-9!#\$%\&\'*+.^_\`\|~]*) return 1 ;; esac
}

# Headers are kept one a line, name in lower case before the first colon, and once more as they will be sent.
add_header() {
  case $1 in *:*) ;; *) fail "a header is written 'Name: value'" ;; esac
  case $1 in *[!\ -~$tab]*) fail 'a header holds something other than visible ASCII, space and tab' ;; esac
  is_token "${1%%:*}" || fail "this is not the name of a header: ${1%%:*}"
  name=$(lower "${1%%:*}")
  value=$(trimmed "${1#*:}")
  [ -n "$value" ] || fail "the header $name is empty"
  case $name in
    host) fail 'the host that is signed is that of the URL' ;;
    content-digest | x-app-key | x-app-timestamp | x-app-nonce | x-app-environment | x-app-signed-headers | x-app-signature)
      fail "the header $name is written by this signer" ;;
  esac
  headers=$headers$name:$value$newline
  sent=$sent${1%%:*}:\ $value$newline
}

set -f
IFS=$newline
for line in $raw_headers; do
  add_header "$line"
done
names=$(lower "$raw_names" | sort -u)

case $(command -v printf) in /*) fail 'in this shell printf is a program of its own, which would show the secret' ;; esac
is_token "$method" && [ ${#method} -le 32 ] || fail 'the method is not a token of at most 32 characters'
case $key in *[!A-Za-z0-9_-]*) key='' ;; esac
[ ${#key} -ge 5 ] && [ ${#key} -le 128 ] || fail 'the app key is 5 to 128 of A-Z, a-z, 0-9, _ and -; see --key'
case $environment in *[!A-Za-z0-9_-]*) environment='' ;; esac
[ -n "$environment" ] && [ ${#environment} -le 64 ] || fail 'the environment is 1 to 64 of A-Z, a-z, 0-9, _ and -; see --environment'

case $url in *[!!-~]* | *'#'*) fail 'the URL holds #, or something other than visible ASCII: escape it with %' ;; esac
case $url in http://?* | https://?*) ;; *) fail 'the URL begins with http:// or https://' ;; esac
scheme=${url%%://*}
rest=${url#*://}
host=${rest%%[/?]*}
target=${rest#"$host"}
case $host in '' | *@* | *\\*) fail 'the URL has no host, or holds user information' ;; esac
case $target in /*) ;; *) target=/$target ;; esac
path=${target%%\?*}
query=${target#"$path"}
query=${query#\?}

authority=$(lower "$host")
case $authority in
  *:80) authority=${authority%:80} ;;
  *:443) authority=${authority%:443} ;;
esac
[ -n "$authority" ] || fail 'the URL has no host'

# The one value of a header; fails if it is there twice, prints nothing if it is not there.
value_of() {
  printed=no
  for line in $headers; do
    if [ "${line%%:*}" = "$1" ]; then
      [ $printed = no ] || fail "the header $1 occurs twice"
      printf '%s' "${line#*:}"
      printed=yes
    fi
  done
}

content_type=$(value_of content-type)
content_encoding=$(value_of content-encoding)

header_lines() {
  for name in $names; do
    is_token "$name" || fail "this is not the name of a header: $name"
    case $name in
      host | content-type | content-encoding | content-digest | content-length | cookie | connection | keep-alive | \
        proxy-authenticate | proxy-authorization | proxy-connection | te | trailer | transfer-encoding | upgrade | \
        http2-settings)
        fail "the header $name cannot be listed: it is signed anyway, or changes on its way" ;;
    esac
    value=$(value_of "$name") || exit 2
    [ -n "$value" ] || fail "the header $name is to be signed but not sent"
    printf '\n%s:%s' "$name" "$(printf '%s' "$value" | tr -s ' \t' '  ')"
  done
}

sha256() {
  openssl dgst -sha256 -binary
}

base64() {
  openssl base64 -A
}

case $body_from in
  file)
    [ -f "$data" ] && [ -r "$data" ] || fail "there is no file to read: $data"
    digest=$(sha256 <"$data" | base64) ;;
  *) digest=$(printf '%s' "$data" | sha256 | base64) ;;
esac

[ -n "$timestamp" ] || timestamp=$(date -u '+%Y-%m-%dT%H:%M:%SZ')
[ -n "$nonce" ] || nonce=$(openssl rand 18 | base64 | tr '+/' '-_')
case $timestamp in *[!0-9TZ:.-]*) fail 'the timestamp is not one such as 2026-11-21T19:44:12Z' ;; esac
case $nonce in *[!A-Za-z0-9_-]*) nonce='' ;; esac
[ ${#nonce} -ge 16 ] && [ ${#nonce} -le 64 ] || fail 'the nonce is 16 to 64 of A-Z, a-z, 0-9, _ and -'
list=$(printf '%s' "$names" | tr '\n' ';')
lines=$(header_lines)

canonical="countersign-1
$key
$timestamp
$nonce
$environment
$method
$authority
$path
$query
$content_type
$content_encoding
$digest
$list$lines"

if [ $action = canonical ]; then
  printf '%s' "$canonical"
  exit 0
fi

# ---- the signature ----

hex() {
  od -An -v -tx1 | tr -d ' \n'
}

# Turns hex digits into escapes for printf, each byte XORed with the second argument.
escaped() {
  rest=$1 escapes=''
  while [ -n "$rest" ]; do
    behind=${rest#??}
    byte=$((0x${rest%"$behind"} ^ $2))
    escapes="$escapes\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"
    rest=$behind
  done
  printf '%s' "$escapes"
}

hmac_key() {
  if [ -n "$secret_file" ]; then
    the_secret=$(cat "$secret_file") || fail "the secret's file cannot be read: $secret_file"
  fi
  if [ $secret_base64 = yes ]; then
    bytes=$(printf '%s\n' "$the_secret" | openssl base64 -d -A | hex)
  else
    bytes=$(printf '%s' "$the_secret" | hex)
  fi
  [ ${#bytes} -ge 32 ] || fail 'the secret has fewer than 16 bytes, or is missing; see --secret-env and --secret-file'
  if [ ${#bytes} -gt 128 ]; then
    bytes=$(printf "$(escaped "$bytes" 0)" | sha256 | hex)
  fi
  while [ ${#bytes} -lt 128 ]; do
    bytes=${bytes}00
  done
  printf '%s' "$bytes"
}

block=$(hmac_key)
inner=$({ printf "$(escaped "$block" 0x36)"; printf '%s' "$canonical"; } | sha256 | hex)
mac=$({ printf "$(escaped "$block" 0x5c)"; printf "$(escaped "$inner" 0)"; } | sha256 | base64)

added() {
  printf 'X-App-Key: %s\nX-App-Timestamp: %s\nX-App-Nonce: %s\nX-App-Environment: %s\n' \
    "$key" "$timestamp" "$nonce" "$environment"
  [ -z "$list" ] || printf 'X-App-Signed-Headers: %s\n' "$list"
  [ $body_from = none ] || printf 'Content-Digest: sha-256=:%s:\n' "$digest"
  printf 'X-App-Signature: v1=%s\n' "$mac"
}

if [ $action = print ]; then
  added
  exit 0
fi

# ---- the call ----

# --request-target: the target is sent as it was signed. No .curlrc, no redirects: they would be sent with this signature.
set -- -q -sS --globoff --fail-with-body --max-time "$timeout" --request-target "$target" --header @-
if [ "$method" = HEAD ]; then
  set -- "$@" --head
else
  set -- "$@" --request "$method"
fi
case $body_from in
  text) set -- "$@" --data-raw "$data" ;;
  file) set -- "$@" --data-binary "@$data" ;;
esac
# curl would call every body a form.
[ $body_from = none ] || [ -n "$content_type" ] || set -- "$@" --header 'Content-Type:'
[ $include = no ] || set -- "$@" --include

{
  printf '%s' "$sent"
  added
} | curl "$@" "$scheme://$host/"
