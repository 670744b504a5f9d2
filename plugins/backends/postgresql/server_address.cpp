#include "server_address.h"

#include "core/try.h"
#include "key_store.h"
#include "server_surroundings.h"

#include <QHostAddress>
#include <QStringList>
#include <QUrl>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

using Parameters = QMap<QString, QString>;

Error refused(const QString &code, const QString &detail)
{
    return {ErrorKind::Invalid, u"server."_s + code, detail};
}

/// libpq knows its own scheme only.
QString withKnownScheme(QString address)
{
    if (address.startsWith("kingbase://"_L1))
        address.replace(0, int(sizeof "kingbase" - 1), u"postgresql"_s);
    return address;
}

/// Takes our own parameter out of an address, since libpq knows it not. \returns its value
QString takeDirect(QString &address)
{
    static const auto key = u"direct="_s;
    auto parts = address.section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
    const auto own = std::ranges::find_if(parts, [](const auto &part) { return part.startsWith(key); });
    if (own == parts.end())
        return {};
    const auto value = QUrl::fromPercentEncoding(own->mid(key.size()).toUtf8());
    parts.erase(own);
    address = address.section(u'?', 0, 0) + (parts.isEmpty() ? QString() : u'?' + parts.join(u'&'));
    return value;
}

Result<Parameters> parse(const QString &address)
{
    char *words = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(withKnownScheme(address).toUtf8().constData(), &words), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> message(words, &PQfreemem);
    if (!options)
        return refused(u"address"_s, QString::fromUtf8(message.get()).trimmed());
    Parameters parameters;
    for (const auto *option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val)
            parameters.insert(QString::fromLatin1(option->keyword), QString::fromUtf8(option->val));
    }
    return parameters;
}

/// A socket file, or an address of the loopback; a name could be anybody's.
bool isThisMachine(const QString &host)
{
    return host.startsWith(u'/') || host.startsWith(u'@') || QHostAddress(host).isLoopback()
        || host == "localhost"_L1;
}

void preset(Parameters &parameters, const char *key, const QString &value)
{
    if (!parameters.contains(QLatin1StringView(key)))
        parameters.insert(QString::fromLatin1(key), value);
}

Result<void> demandTls(Parameters &parameters)
{
    const QStringList hosts = parameters.value(u"host"_s).split(u',', Qt::SkipEmptyParts);
    if (!parameters.contains(u"hostaddr"_s) && std::ranges::all_of(hosts, isThisMachine)) {
        preset(parameters, "sslmode", u"prefer"_s);
        return ok();
    }
    // Kerberos would be used in place of TLS.
    for (const auto &[key, only] :
         {std::pair("sslmode", "verify-full"), std::pair("gssencmode", "disable")}) {
        preset(parameters, key, QString::fromLatin1(only));
        const auto value = parameters.value(QString::fromLatin1(key));
        if (value != QLatin1StringView(only))
            return refused(u"tls-required"_s, u"%1=%2"_s.arg(QLatin1StringView(key), value));
    }
    parameters.insert(u"ssl_min_protocol_version"_s, u"TLSv1.2"_s);
    return ok();
}

/// These hold on the server when a desk has gone; its own deadlines are shorter. A pooler takes none: there each transaction brings them
/// (store/begin_lent). With them the kind of a transaction: any log-in may change what all its sessions after have by default.
void addLimits(Parameters &parameters)
{
    preset(parameters, "options",
           u"-csearch_path=simiao_api -cstatement_timeout=30s -clock_timeout=2s "
           u"-cidle_in_transaction_session_timeout=30s -cdefault_transaction_read_only=off "
           u"-cdefault_transaction_isolation=read\\ committed"_s);
}

/// What nobody set. Where to is said in any case, also where it is nowhere but this machine's usual socket: libpq looks about for what is left out.
void addDefaults(Parameters &parameters, const QString &desk)
{
    preset(parameters, "host", {});
    preset(parameters, "hostaddr", {});
    preset(parameters, "port", u"5432"_s);
    preset(parameters, "target_session_attrs", u"read-write"_s);
    preset(parameters, "connect_timeout", u"2"_s); // seconds a host; libpq takes 2 for less
    preset(parameters, "gssencmode", u"disable"_s);
    preset(parameters, "tcp_user_timeout", u"5000"_s); // milliseconds: also while the driver still greets
    preset(parameters, "keepalives_idle", u"20"_s);
    preset(parameters, "keepalives_interval", u"5"_s);
    preset(parameters, "keepalives_count", u"3"_s);
    parameters.insert(u"client_encoding"_s, u"UTF8"_s);
    parameters.insert(u"application_name"_s, QString(u"simiao "_s + desk).left(63));
}

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// "host:port", "[::1]:port"; PostgreSQL's own port where none stands.
std::pair<QString, QString> hostAndPort(const QString &place)
{
    const auto end = place.lastIndexOf(u':');
    const bool hasPort = end >= 0 && !place.mid(end).contains(u']');
    QString host = hasPort ? place.left(end) : place;
    if (host.startsWith(u'['))
        host = host.mid(1, host.size() - 2);
    return {host, hasPort ? place.mid(end + 1) : u"5432"_s};
}

/// The same server without the pooler before it.
Parameters behind(Parameters pooler, const QString &places)
{
    QStringList hosts, ports;
    for (const auto &place : places.split(u',')) {
        const auto [host, port] = hostAndPort(place);
        hosts.append(host);
        ports.append(port);
    }
    pooler.remove(u"hostaddr"_s);
    pooler.insert(u"host"_s, hosts.join(u','));
    pooler.insert(u"port"_s, ports.join(u','));
    return pooler;
}

/// With all that nobody set.
Result<Parameters> completed(Parameters parameters, const QString &desk)
{
    TRY_VOID(demandTls(parameters));
    addDefaults(parameters, desk);
    for (auto at = parameters.cbegin(); at != parameters.cend(); ++at) {
        if (at.value().contains(u';')) // Qt's driver takes it for the end of an option
            return refused(u"address"_s, at.key());
    }
    return parameters;
}

} // namespace

QString ServerAddress::connectOptions() const
{
    QStringList options;
    for (auto at = parameters.cbegin(); at != parameters.cend(); ++at)
        options.append(at.key() + u'=' + quoted(at.value()));
    return options.join(u' ');
}

qsizetype ServerAddress::hosts() const
{
    return std::max(parameters.value(u"host"_s).count(u','), parameters.value(u"hostaddr"_s).count(u',')) + 1;
}

qsizetype ServerAddress::placeOf(const QString &host, const QString &port) const
{
    const auto named = parameters.value(u"host"_s).split(u',');
    const auto ports = parameters.value(u"port"_s, u"5432"_s).split(u',');
    for (qsizetype at = 0; at < named.size(); ++at) {
        if (named[at] == host && ports.value(ports.size() == 1 ? 0 : at) == port)
            return at;
    }
    return -1;
}

/// A port that stands alone is that of all hosts.
ServerAddress ServerAddress::fromNextHost() const
{
    ServerAddress next = *this;
    for (const auto &key : {u"host"_s, u"hostaddr"_s, u"port"_s}) {
        auto values = parameters.value(key).split(u',');
        if (values.size() > 1) {
            values.append(values.takeFirst());
            next.parameters.insert(key, values.join(u','));
        }
    }
    return next;
}

QString keyNameOf(const ServerAddress &address)
{
    return u"%1@%2/%3"_s.arg(address.parameters.value(u"user"_s), address.parameters.value(u"host"_s),
                             address.parameters.value(u"dbname"_s));
}

QString ServerAddress::shown() const
{
    return parameters.value(u"dbname"_s);
}

Result<ServerAddress> parseAddress(const QString &address, const QString &desk)
{
    forgetSurroundings();
    QString known = address;
    const auto direct = takeDirect(known);
    TRY(const auto parameters, parse(known));
    if (parameters.contains(u"password"_s))
        return refused(u"password-in-address"_s, {});
    if (parameters.contains(u"service"_s)) // a file that says anything: which server, without TLS, a password
        return refused(u"service-in-address"_s, parameters.value(u"service"_s));
    ServerAddress parsed;
    TRY(parsed.parameters, completed(parameters, desk));
    if (direct.isEmpty()) {
        addLimits(parsed.parameters);
        return parsed;
    }
    TRY(parsed.direct, completed(behind(parameters, direct), desk));
    addLimits(parsed.direct);
    return parsed;
}

} // namespace simiao::postgresql
