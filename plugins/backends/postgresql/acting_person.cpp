#include "acting_person.h"

#include "core/try.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

QString ActingPerson::freshToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

QByteArray ActingPerson::proof(const QByteArray &key,
                               const QString &token,
                               const QString &loginName,
                               const QString &desk)
{
    const QString message = token + u':' + loginName + u':' + desk;
    return QMessageAuthenticationCode::hash(message.toUtf8(), key, QCryptographicHash::Sha256);
}

void ActingPerson::become(const Uuid &account, const QString &token)
{
    const std::lock_guard guard(m_mutex);
    m_current = token;
    m_tokens[account] = token;
}

void ActingPerson::leave(const QString &token)
{
    const std::lock_guard guard(m_mutex);
    if (m_current == token)
        m_current.clear();
    std::erase_if(m_tokens, [&token](const auto &known) { return known.second == token; });
}

QString ActingPerson::current() const
{
    const std::lock_guard guard(m_mutex);
    return m_current;
}

QString ActingPerson::tokenOf(const Uuid &account) const
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_tokens.find(account);
    return known == m_tokens.end() ? m_current : known->second;
}

Result<void> ActingPerson::show(const QString &token, storage::Connection &connection, QString &shown)
{
    if (token == shown)
        return ok();
    TRY(const auto rows, connection.run(u"store/act_as"_s, {{u"token"_s, token}}));
    TRY_VOID(rows->next());
    shown = token;
    return ok();
}

} // namespace simiao::postgresql
