#include "shell/restore_desk.h"

#include <QCoroTask>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

using State = RestoreLine::State;

RestoreLine lineOf(const sdk::BackupCopy &copy)
{
    return {copy, State::Unread, {}, {}};
}

} // namespace

bool isMendedByCopy(const Error &error)
{
    const QStringList codes{u"audit.head-differs"_s,
                            u"audit.head-unreadable"_s,
                            u"audit.truncated"_s,
                            u"migration.foreign"_s,
                            u"row.hash"_s,
                            u"row.value"_s,
                            u"sqlite.not-a-database"_s,
                            u"store.corrupt"_s,
                            u"store.missing"_s,
                            u"store.statement"_s}; // a damaged schema has no table or column of that name
    return codes.contains(error.code);
}

RestoreDesk::RestoreDesk(RestorePorts ports, QObject *parent)
    : QObject(parent)
    , m_ports(std::move(ports))
    , m_lines(new RestoreTableModel(this))
{
    const auto copies = m_ports.list();
    if (!copies) {
        m_failure = copies.error();
        return;
    }
    std::vector<RestoreLine> lines;
    std::ranges::transform(*copies, std::back_inserter(lines), lineOf);
    m_lines->replace(std::move(lines));
}

void RestoreDesk::look(int row)
{
    if (m_stage != Stage::Choosing || row < 0 || m_lines->at(row).state != State::Unread)
        return;
    if (m_reading)
        m_next = m_lines->at(row).copy.file;
    else
        read(row);
}

int RestoreDesk::add(const QString &file)
{
    if (m_stage != Stage::Choosing || file.trimmed().isEmpty())
        return -1;
    const QFileInfo info(file.trimmed());
    if (const int known = rowOf(info.absoluteFilePath()); known >= 0)
        return known;
    auto lines = m_lines->rows();
    const Instant made{info.lastModified().toMSecsSinceEpoch() * 1000};
    lines.insert(lines.begin(), lineOf({info.absoluteFilePath(), made, info.size()}));
    m_lines->replace(std::move(lines));
    return 0;
}

void RestoreDesk::restore(int row)
{
    if (m_stage != Stage::Choosing || m_reading || row < 0 || m_lines->at(row).state != State::Whole)
        return;
    m_stage = Stage::Replacing;
    m_failure.reset();
    QCoro::connect(
        m_ports.restore(m_lines->at(row).copy.file), this,
        [this](const Result<std::vector<workflow::TableContents>> &restored) { takeRestored(restored); });
    Q_EMIT changed();
}

int RestoreDesk::rowOf(const QString &file) const
{
    const auto &lines = m_lines->rows();
    const auto found =
        std::ranges::find_if(lines, [&file](const RestoreLine &line) { return line.copy.file == file; });
    return found == lines.end() ? -1 : int(found - lines.begin());
}

void RestoreDesk::put(int row, RestoreLine line)
{
    auto lines = m_lines->rows();
    lines[std::size_t(row)] = std::move(line);
    m_lines->replace(std::move(lines));
}

void RestoreDesk::read(int row)
{
    auto line = m_lines->at(row);
    line.state = State::Reading;
    const QString file = line.copy.file;
    m_reading = file;
    put(row, std::move(line));
    QCoro::connect(m_ports.prove(file), this,
                   [this, file](const Result<sdk::BackupProof> &proof) { takeProof(file, proof); });
    Q_EMIT changed();
}

void RestoreDesk::takeProof(const QString &file, const Result<sdk::BackupProof> &proof)
{
    m_reading.reset();
    const int row = rowOf(file);
    auto line = m_lines->at(row);
    line.state = proof ? State::Whole : State::Bad;
    if (proof)
        line.proof = *proof;
    else
        line.error = proof.error();
    put(row, std::move(line));
    if (const auto next = std::exchange(m_next, std::nullopt))
        look(rowOf(*next));
    Q_EMIT changed();
}

void RestoreDesk::takeRestored(const Result<std::vector<workflow::TableContents>> &restored)
{
    m_stage = restored ? Stage::Done : Stage::Choosing;
    if (!restored)
        m_failure = restored.error();
    Q_EMIT changed();
}

} // namespace simiao::shell
