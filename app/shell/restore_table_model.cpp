#include "shell/restore_table_model.h"

#include "ui/theme/severity.h"
#include "ui/widgets/table_delegate.h"

#include <QDateTime>
#include <QLocale>

namespace simiao::shell {

namespace {

using State = RestoreLine::State;

QString stateText(State state)
{
    switch (state) {
    case State::Unread: return RestoreTableModel::tr("not read yet");
    case State::Reading: return RestoreTableModel::tr("being read");
    case State::Whole: return RestoreTableModel::tr("whole");
    case State::Bad: return RestoreTableModel::tr("damaged");
    }
    return {};
}

ui::Severity severityOf(State state)
{
    switch (state) {
    case State::Unread:
    case State::Reading: return ui::Severity::Neutral;
    case State::Whole: return ui::Severity::Ok;
    case State::Bad: return ui::Severity::Block;
    }
    return ui::Severity::Neutral;
}

bool isNumber(int column)
{
    return column == RestoreTableModel::Rows || column == RestoreTableModel::Acts;
}

int alignmentOf(int column)
{
    return int(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
}

/// What only reading has shown.
QString provenText(const sdk::BackupProof &proof, int column)
{
    switch (column) {
    case RestoreTableModel::Rows: return QLocale().toString(rowsOf(proof));
    case RestoreTableModel::Acts: return QLocale().toString(proof.auditLinks);
    case RestoreTableModel::LastAct: return proof.lastAct ? timeText(*proof.lastAct) : QString();
    default: return {};
    }
}

} // namespace

qint64 rowsOf(const sdk::BackupProof &proof)
{
    qint64 rows = 0;
    for (const auto &table : proof.tables)
        rows += table.rows;
    return rows;
}

QString timeText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QVariant RestoreTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case ui::TableBadgeRole:
        return index.column() == State ? QVariant(int(severityOf(line.state))) : QVariant();
    default: return {};
    }
}

QVariant RestoreTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Made: return tr("Made");
    case State: return tr("State");
    case Rows: return tr("Rows");
    case Acts: return tr("Acts");
    case LastAct: return tr("Last act");
    case File: return tr("File");
    default: return {};
    }
}

QString RestoreTableModel::text(const RestoreLine &line, int column)
{
    switch (column) {
    case Made: return timeText(line.copy.made);
    case State: return stateText(line.state);
    case File: return line.copy.file;
    default: return line.state == RestoreLine::State::Whole ? provenText(line.proof, column) : QString();
    }
}

} // namespace simiao::shell
