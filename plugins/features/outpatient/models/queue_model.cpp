#include "outpatient/models/queue_model.h"

#include "ui/theme/severity.h"
#include "ui/widgets/queue_delegate.h"

#include <algorithm>

namespace simiao::outpatient {

using scheduling::TaskStatus;

QueueModel::QueueModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

QueueModel::Group QueueModel::groupOf(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Requested:
    case TaskStatus::InProgress: return Group::Active;
    case TaskStatus::OnHold: return Group::OnHold;
    case TaskStatus::Completed:
    case TaskStatus::Cancelled:
    case TaskStatus::EnteredInError: return Group::Done;
    }
    return Group::Done;
}

std::vector<QueueModel::Row> QueueModel::arrange(std::vector<QueueEntry> entries)
{
    std::vector<Row> rows;
    for (const Group group : {Group::Active, Group::OnHold, Group::Done}) {
        const auto heading = rows.size();
        for (const auto &entry : entries) {
            if (groupOf(entry.task.status) == group)
                rows.push_back({group, entry, 0});
        }
        const int count = int(rows.size() - heading);
        if (group != Group::Active && count > 0)
            rows.insert(rows.begin() + qsizetype(heading), Row{group, std::nullopt, count});
    }
    return rows;
}

void QueueModel::setEntries(std::vector<QueueEntry> entries)
{
    auto rows = arrange(std::move(entries));
    const auto shared = std::min(rows.size(), m_rows.size());
    for (std::size_t i = 0; i < shared; ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        const auto changed = index(int(i));
        Q_EMIT dataChanged(changed, changed);
    }
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, int(m_rows.size()), int(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, int(rows.size()), int(m_rows.size()) - 1);
        m_rows = std::move(rows);
        endRemoveRows();
    }
}

void QueueModel::setDrafts(std::vector<Id<administration::Encounter>> drafts)
{
    if (m_drafts == drafts)
        return;
    m_drafts = std::move(drafts);
    retranslate();
}

void QueueModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

const QueueEntry *QueueModel::entryAt(int row) const
{
    const bool isRow = row >= 0 && row < int(m_rows.size());
    return isRow && m_rows[std::size_t(row)].entry ? &*m_rows[std::size_t(row)].entry : nullptr;
}

int QueueModel::rowOf(Id<scheduling::QueueTask> task) const
{
    const auto found = std::ranges::find_if(
        m_rows, [task](const Row &row) { return row.entry && row.entry->task.id == task; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int QueueModel::waiting() const
{
    return int(std::ranges::count_if(
        m_rows, [](const Row &row) { return row.entry && row.entry->task.status == TaskStatus::Requested; }));
}

int QueueModel::done() const
{
    return int(std::ranges::count_if(
        m_rows, [](const Row &row) { return row.entry && row.entry->task.status == TaskStatus::Completed; }));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString QueueModel::headingText(const Row &row) const
{
    return row.group == Group::OnHold ? tr("Sent for tests %1").arg(row.count) : tr("Done %1").arg(row.count);
}

QString QueueModel::chipText(const Row &row) const
{
    if (row.entry->task.status == TaskStatus::InProgress)
        return tr("in room");
    const bool hasDraft = std::ranges::find(m_drafts, row.entry->task.encounter) != m_drafts.end();
    return hasDraft ? tr("draft") : QString();
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (!row.entry) {
        if (role == Qt::DisplayRole)
            return headingText(row);
        return role == ui::QueueSectionRole ? QVariant(true) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return row.entry->patient.name;
    case ui::QueueNumberRole: return QString::number(row.entry->task.number).rightJustified(2, u'0');
    case ui::QueueChipRole: return chipText(row);
    case ui::QueueSeverityRole: return int(ui::Severity::Note);
    case ui::QueueSectionRole: return false;
    default: return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    return entryAt(index.row()) ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
}

} // namespace simiao::outpatient
