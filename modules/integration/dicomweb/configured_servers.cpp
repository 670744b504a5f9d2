#include "integration/dicomweb/configured_servers.h"

#include "core/small_file.h"
#include "core/try.h"

#include <QFileInfo>

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestPatience = 3600;

Error wrongSetting(const QString &key)
{
    return {ErrorKind::Invalid, u"archive.setting"_s, key};
}

/// The keys of one server.
class Keys
{
public:
    Keys(const Config &config, const QString &id)
        : m_config(config)
        , m_prefix(u"dicomweb."_s + id + u'.')
    {
    }
    QString key(const QString &name) const { return m_prefix + name; }
    QString value(const QString &name) const { return m_config.value(key(name)); }

private:
    const Config &m_config;
    QString m_prefix;
};

bool isId(const QString &id)
{
    return !id.isEmpty() && std::ranges::all_of(id, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_';
    });
}

/// The first line of a file that is its owner's alone.
Result<QString> readSecret(const QString &path)
{
    const auto open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((QFileInfo(path).permissions() & open) != QFile::Permissions())
        return Error{ErrorKind::Forbidden, u"archive.secret-open"_s, path};
    const auto disk = systemDisk();
    TRY(const auto bytes, readSmallFile(*disk, path));
    return QString::fromUtf8(bytes).section(u'\n', 0, 0).trimmed();
}

Result<http::Credentials> credentialsOf(const Keys &keys)
{
    if (!keys.value(u"password"_s).isEmpty() || !keys.value(u"token"_s).isEmpty())
        return Error{ErrorKind::Invalid, u"archive.secret-in-settings"_s, keys.key(u"password"_s)};
    const auto user = keys.value(u"user"_s);
    const auto tokenFile = keys.value(u"token-file"_s);
    if (!user.isEmpty() && !tokenFile.isEmpty())
        return wrongSetting(keys.key(u"token-file"_s));
    if (!user.isEmpty()) {
        TRY(const auto password, readSecret(keys.value(u"password-file"_s)));
        return http::Credentials(http::BasicCredentials{user, password});
    }
    if (tokenFile.isEmpty())
        return http::Credentials();
    TRY(const auto token, readSecret(tokenFile));
    return http::Credentials(http::BearerToken{token.toUtf8()});
}

Result<std::optional<http::ClientCertificate>> certificateOf(const Keys &keys)
{
    const auto file = keys.value(u"certificate-file"_s);
    if (file.isEmpty())
        return std::optional<http::ClientCertificate>();
    http::ClientCertificate own{file, keys.value(u"key-file"_s), {}};
    if (own.keyFile.isEmpty())
        return wrongSetting(keys.key(u"key-file"_s));
    if (const auto passwordFile = keys.value(u"key-password-file"_s); !passwordFile.isEmpty()) {
        TRY(own.keyPassword, readSecret(passwordFile));
    }
    return std::optional(own);
}

Result<std::chrono::seconds> patienceOf(const Keys &keys)
{
    const auto text = keys.value(u"patience"_s);
    if (text.isEmpty())
        return ServerSettings().patience;
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > kLongestPatience)
        return wrongSetting(keys.key(u"patience"_s));
    return std::chrono::seconds(seconds);
}

Result<ServerSettings> serverOf(const Config &config, const QString &id)
{
    if (!isId(id))
        return wrongSetting(u"dicomweb.servers"_s);
    const Keys keys(config, id);
    ServerSettings server;
    server.name = keys.value(u"name"_s).isEmpty() ? id : keys.value(u"name"_s);
    server.http.server = QUrl(keys.value(u"url"_s), QUrl::StrictMode);
    server.http.caFile = keys.value(u"ca-file"_s);
    server.http.proxy = QUrl(keys.value(u"proxy"_s), QUrl::StrictMode);
    TRY(server.http.credentials, credentialsOf(keys));
    TRY(server.http.certificate, certificateOf(keys));
    TRY(server.patience, patienceOf(keys));
    TRY_VOID(http::checked(server.http));
    return server;
}

} // namespace

ConfiguredServers configuredServers(const Config &config)
{
    ConfiguredServers read;
    for (const auto &id : config.list(u"dicomweb.servers"_s)) {
        auto server = serverOf(config, id);
        if (server)
            read.servers.push_back(std::move(*server));
        else
            read.faults.push_back(std::move(server).error());
    }
    return read;
}

} // namespace simiao::dicomweb
