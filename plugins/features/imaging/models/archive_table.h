#pragma once

#include "ui/models/table_model.h"
#include "workflow/ports/image_archive.h"

namespace simiao::viewer {

/// Studies of an archive as a table: day, kind, what, how many images, whose.
class ArchiveTable : public ui::TableModel<workflow::ArchivedStudy>
{
    Q_OBJECT

public:
    enum Column { Day, Modality, Description, Images, Patient, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    static QString words(const workflow::ArchivedStudy &study, int column);
};

} // namespace simiao::viewer
