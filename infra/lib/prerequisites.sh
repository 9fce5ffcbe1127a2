# What infra/run and infra/test need. Installs it on Debian and Ubuntu, names it elsewhere. Sourced, not run.

have() { command -v "$1" >/dev/null 2>&1; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; elif have sudo; then sudo "$@"; else fail "Root is needed for: $*"; fi
}

apt_install() {
    have apt-get || return 1
    printf 'Installing: %s\n' "$*" >&2
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# The newest bin directory of PostgreSQL 15 or later, or nothing.
postgres_binaries() {
    local candidate version
    for candidate in "${R2P__Database__BinariesDirectory:-}" /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
        [ -x "$candidate/initdb" ] || continue
        version=$("$candidate/initdb" --version | grep -oE '[0-9]+' | head -1)
        [ "$version" -ge 15 ] && printf '%s\n' "$candidate"
    done | sort -V | tail -1
}

need_dotnet() {
    have dotnet && dotnet --list-sdks | grep -q '^10\.' && return
    fail 'The .NET SDK 10 is needed: https://dotnet.microsoft.com/download'
}

need_postgres() {
    [ -n "$(postgres_binaries)" ] && return
    have initdb && [ "$(initdb --version | grep -oE '[0-9]+' | head -1)" -ge 15 ] && return
    if have apt-get; then
        # The service starts a private server of its own: Debian need not create and start one.
        as_root mkdir -p /etc/postgresql-common
        [ -e /etc/postgresql-common/createcluster.conf ] ||
            printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
        apt_install postgresql
        [ -n "$(postgres_binaries)" ] && return
    fi
    fail 'PostgreSQL 15 or later is needed: its programs (initdb, pg_ctl, postgres), no running server. Install it with your package manager.'
}

need_node() {
    have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] && return
    apt_install nodejs npm && have node && have npm && return
    fail 'Node.js 18 or later with npm is needed for the tests with real clients.'
}

need_faketime() {
    ls /usr/lib/*/faketime/libfaketimeMT.so.1 /usr/local/lib/faketime/libfaketimeMT.so.1 2>/dev/null | grep -q . && return
    apt_install faketime && return
    fail 'libfaketime is needed for the test that moves the clock: https://github.com/wolfcw/libfaketime'
}
