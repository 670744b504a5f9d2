#pragma once

#include "records/models/history.h"
#include "ui/models/row_model.h"

namespace simiao::records {

/// A history as a table: day, kind, what.
class HistoryModel : public ui::RowModel<HistoryEntry>
{
    Q_OBJECT

public:
    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Who opened a record, the latest first: when, who, what.
class TrailModel : public ui::RowModel<workflow::RecordAccess>
{
    Q_OBJECT

public:
    explicit TrailModel(QTimeZone zone, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(const workflow::RecordAccess &access, int column) const;

    QTimeZone m_zone;
};

} // namespace simiao::records
