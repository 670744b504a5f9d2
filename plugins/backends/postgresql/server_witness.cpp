#include "server_witness.h"

#include "core/hash.h"
#include "core/log.h"
#include "core/try.h"

#include <algorithm>
#include <vector>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

// columns of store/server_life
enum Column { Generation, System, Timeline };

/// Whether the database was that one before it was put back.
Result<bool> wasOnce(Connection &connection, const Uuid &generation)
{
    TRY(const auto rows, connection.run(u"store/generations"_s, {}));
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return false;
        TRY(const auto known, Uuid::fromBytes(rows->bytes(0)));
        if (known == generation)
            return true;
    }
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

Result<ServerWitness::Life> ServerWitness::lifeOf(Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/server_life"_s, {}));
    TRY(const bool isThere, rows->next());
    if (!isThere)
        return Error{ErrorKind::NotFound, u"server.not-set-up"_s};
    TRY(const auto generation, Uuid::fromBytes(rows->bytes(Generation)));
    Life life{generation};
    if (const auto system = rows->bytes(System); !system.isEmpty())
        life = {generation, system, rows->integer(Timeline)};
    return life;
}

/// The timeline first: an old primary does not hold what the new one has acknowledged either.
Result<void> ServerWitness::check(Connection &connection)
{
    TRY(const auto life, lifeOf(connection));
    const auto before = known();
    if (before && before->life.generation != life.generation) {
        TRY(const bool isPutBack, wasOnce(connection, before->life.generation));
        return Error{ErrorKind::Conflict, isPutBack ? u"server.restored"_s : u"server.another"_s, m_path};
    }
    if (before && before->life.system == life.system && life.timeline < before->life.timeline)
        return Error{ErrorKind::Conflict, u"server.outdated"_s, m_path};
    if (before && before->command) {
        TRY(const bool isThere, holds(connection, *before->command));
        if (!isThere)
            return Error{ErrorKind::Conflict, u"server.restored"_s, m_path};
    }
    remember(life);
    return ok();
}

std::optional<ServerWitness::Known> ServerWitness::known()
{
    const std::lock_guard guard(m_mutex);
    if (!std::exchange(m_isRead, true))
        read();
    return m_known;
}

/// A database that was moved to another machine begins anew there.
void ServerWitness::remember(const Life &life)
{
    const std::lock_guard guard(m_mutex);
    if (m_known && m_known->life.system == life.system && m_known->life.timeline >= life.timeline)
        return;
    m_known = Known{life, m_known ? m_known->command : std::nullopt};
    write();
}

void ServerWitness::note(Uuid command)
{
    const std::lock_guard guard(m_mutex);
    m_known->command = command;
    write();
}

/// "generation system timeline command hash"; the command is "-" before the first.
std::optional<ServerWitness::Known> ServerWitness::parsed(const QByteArray &line)
{
    const auto words = line.split(' ');
    if (words.size() != 5 || sealed(words.first(4).join(' ')) != line)
        return std::nullopt;
    const auto generation = Uuid::parse(QString::fromLatin1(words[0]));
    const auto command = Uuid::parse(QString::fromLatin1(words[3]));
    if (!generation)
        return std::nullopt;
    return Known{{*generation, words[1], words[2].toLongLong()},
                 command ? std::optional(*command) : std::nullopt};
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
    const QList<QByteArray> words{m_known->life.generation.toLatin1(), m_known->life.system,
                                  QByteArray::number(m_known->life.timeline),
                                  m_known->command ? m_known->command->toLatin1() : "-"};
    QFile file(m_path);
    const QByteArray line = sealed(words.join(' '));
    if (!file.open(QIODevice::ReadWrite) || file.write(line) != line.size() || !file.resize(line.size()))
        log::error({ErrorKind::Unavailable, u"disk.write"_s, m_path});
}

} // namespace simiao::postgresql
