#pragma once

#include "domain/scheduling/queue_task.h"

#include <QAbstractListModel>
#include <QLocale>

#include <vector>

namespace simiao::outpatient {

/// One patient of the queue.
struct QueueEntry
{
    scheduling::QueueTask task;
    administration::Patient patient;

    bool operator==(const QueueEntry &) const = default;
};

/// Today's queue in three groups: in progress and waiting, sent for tests, done. Headings are rows without a patient.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit QueueModel(QObject *parent = nullptr);

    /// Brings the rows to `entries` (ordered by number) by insert, remove and change.
    void setEntries(std::vector<QueueEntry> entries);
    /// Marks whose visit has an unsigned draft.
    void setDrafts(std::vector<Id<administration::Encounter>> drafts);
    /// Texts in the current language.
    void retranslate();

    /// The patient of a row; null for a heading.
    const QueueEntry *entryAt(int row) const;
    int rowOf(Id<scheduling::QueueTask> task) const;
    int waiting() const;
    int done() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    enum class Group { Active, OnHold, Done };
    struct Row
    {
        Group group;
        std::optional<QueueEntry> entry; ///< nothing: the heading of the group
        int count = 0;                   ///< of a heading

        bool operator==(const Row &) const = default;
    };

    static Group groupOf(scheduling::TaskStatus status);
    static std::vector<Row> arrange(std::vector<QueueEntry> entries);
    QString headingText(const Row &row) const;
    QString chipText(const Row &row) const;

    std::vector<Row> m_rows;
    std::vector<Id<administration::Encounter>> m_drafts;
};

} // namespace simiao::outpatient
