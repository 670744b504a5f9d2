#include "server_address.h"

#include "core/try.h"

#include <QHostAddress>
#include <QStringList>

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

Result<void> demandTls(Parameters &parameters)
{
    const QStringList hosts = parameters.value(u"host"_s).split(u',', Qt::SkipEmptyParts);
    if (!parameters.contains(u"hostaddr"_s) && std::ranges::all_of(hosts, isThisMachine))
        return ok();
    const QString mode = parameters.value(u"sslmode"_s, u"verify-full"_s);
    if (mode != "verify-full"_L1)
        return refused(u"tls-required"_s, u"sslmode="_s + mode);
    parameters.insert(u"sslmode"_s, mode);
    parameters.insert(u"ssl_min_protocol_version"_s, u"TLSv1.2"_s);
    return ok();
}

/// What nobody set. The limits hold on the server when a desk has gone; its own deadlines are shorter.
void addDefaults(Parameters &parameters, const QString &desk)
{
    const auto preset = [&parameters](const char *key, const QString &value) {
        if (!parameters.contains(QLatin1StringView(key)))
            parameters.insert(QString::fromLatin1(key), value);
    };
    preset("target_session_attrs", u"read-write"_s);
    preset("connect_timeout", u"2"_s); // seconds a host; libpq takes 2 for less
    preset("gssencmode", u"disable"_s);
    preset("tcp_user_timeout", u"5000"_s); // milliseconds: also while the driver still greets
    preset("keepalives_idle", u"20"_s);
    preset("keepalives_interval", u"5"_s);
    preset("keepalives_count", u"3"_s);
    preset("options",
           u"-csearch_path=simiao_api -cstatement_timeout=30s -clock_timeout=2s "
           u"-cidle_in_transaction_session_timeout=30s"_s);
    parameters.insert(u"client_encoding"_s, u"UTF8"_s);
    parameters.insert(u"application_name"_s, QString(u"simiao "_s + desk).left(63));
}

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
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

QString ServerAddress::shown() const
{
    return parameters.value(u"dbname"_s);
}

Result<ServerAddress> parseAddress(const QString &address, const QString &desk)
{
    TRY(auto parameters, parse(address));
    if (parameters.contains(u"password"_s))
        return refused(u"password-in-address"_s, {});
    TRY_VOID(demandTls(parameters));
    addDefaults(parameters, desk);
    for (auto at = parameters.cbegin(); at != parameters.cend(); ++at) {
        if (at.value().contains(u';')) // Qt's driver takes it for the end of an option
            return refused(u"address"_s, at.key());
    }
    return ServerAddress{parameters};
}

} // namespace simiao::postgresql
