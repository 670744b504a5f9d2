#include "security/password_key.h"

#include "core/task_of.h"
#include "security/password_bytes.h"

#include <QRegularExpression>
#include <QtConcurrentRun>

#include <sodium.h>

namespace simiao::security {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kKeyBytes = 32;
constexpr unsigned long long kMostPasses = 8;
constexpr std::size_t kMostMemoryKibibytes = 256 * 1024;

} // namespace

Result<QByteArray> passwordKey(const QString &salt, const QString &password)
{
    static const QRegularExpression shape(
        u"^\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=1\\$([A-Za-z0-9+/]{22})$"_s);
    const auto match = shape.match(salt);
    const auto memory = static_cast<std::size_t>(match.captured(1).toULongLong());
    const auto passes = match.captured(2).toULongLong();
    const auto bytes = QByteArray::fromBase64(match.captured(3).toLatin1());
    if (!match.hasMatch() || bytes.size() != crypto_pwhash_SALTBYTES || passes < 1 || passes > kMostPasses
        || memory < 8 || memory > kMostMemoryKibibytes)
        return Error{ErrorKind::Invalid, u"password.salt"_s};
    const PasswordBytes secret(password);
    QByteArray key(kKeyBytes, '\0');
    if (!isSodiumReady()
        || crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()),
                         static_cast<unsigned long long>(key.size()), secret.data(), secret.size(),
                         reinterpret_cast<const unsigned char *>(bytes.constData()), passes, memory * 1024,
                         crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return Error{ErrorKind::Unavailable, u"password.hash"_s};
    return key;
}

Task<Result<QByteArray>> passwordKeyAsync(QString salt, QString password)
{
    return taskOf(QtConcurrent::run(
        [salt = std::move(salt), password = std::move(password)] { return passwordKey(salt, password); }));
}

} // namespace simiao::security
