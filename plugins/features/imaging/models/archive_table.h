#pragma once

#include "ui/models/row_model.h"
#include "workflow/ports/image_archive.h"

namespace simiao::viewer {

/// Studies of an archive as a table: day, kind, what, how many images, whose.
class ArchiveTable : public ui::RowModel<workflow::ArchivedStudy>
{
    Q_OBJECT

public:
    enum Column { Day, Modality, Description, Images, Patient, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString words(const workflow::ArchivedStudy &study, int column);
};

} // namespace simiao::viewer
