#include "server_witness.h"

#include "core/hash.h"
#include "core/log.h"
#include "core/try.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

Result<Uuid> generationOf(Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/generation"_s, {}));
    TRY(const bool isThere, rows->next());
    return isThere ? Uuid::fromBytes(rows->bytes(0)) : Error{ErrorKind::NotFound, u"server.not-set-up"_s};
}

Result<bool> holds(Connection &connection, Uuid command)
{
    TRY(const auto rows, connection.run(u"store/find_command"_s, {{u"id"_s, command.toBytes()}}));
    TRY(const bool isThere, rows->next());
    return isThere && !rows->bytes(0).isEmpty();
}

QByteArray sealed(const QByteArray &words)
{
    return words + ' ' + sha256(words).toHex() + '\n';
}

} // namespace

Result<void> ServerWitness::check(Connection &connection)
{
    if (!std::exchange(m_isRead, true))
        read();
    TRY(const auto generation, generationOf(connection));
    if (m_known && m_known->generation != generation)
        return Error{ErrorKind::Conflict, u"server.another"_s, m_path};
    if (m_known && m_known->command) {
        TRY(const bool isThere, holds(connection, *m_known->command));
        if (!isThere)
            return Error{ErrorKind::Conflict, u"server.restored"_s, m_path};
    }
    if (!m_known) {
        m_known = Known{generation, {}};
        write();
    }
    return ok();
}

void ServerWitness::note(Uuid command)
{
    m_known->command = command;
    write();
}

/// "generation command hash"; the command is "-" before the first.
std::optional<ServerWitness::Known> ServerWitness::parsed(const QByteArray &line)
{
    const auto words = line.split(' ');
    if (words.size() != 3 || sealed(words[0] + ' ' + words[1]) != line)
        return std::nullopt;
    const auto generation = Uuid::parse(QString::fromLatin1(words[0]));
    const auto command = Uuid::parse(QString::fromLatin1(words[1]));
    if (!generation)
        return std::nullopt;
    return Known{*generation, command ? std::optional(*command) : std::nullopt};
}

void ServerWitness::read()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_known = parsed(file.readLine());
    if (!m_known)
        log::warning(u"server.witness-unreadable: whether the server holds what it had is not checked"_s);
}

/// Without a flush: the server has had its own, and who waits for the answer has it already.
void ServerWitness::write()
{
    const QByteArray command = m_known->command ? m_known->command->toLatin1() : "-";
    QFile file(m_path);
    const QByteArray line = sealed(m_known->generation.toLatin1() + ' ' + command);
    if (!file.open(QIODevice::ReadWrite) || file.write(line) != line.size() || !file.resize(line.size()))
        log::error({ErrorKind::Unavailable, u"disk.write"_s, m_path});
}

} // namespace simiao::postgresql
