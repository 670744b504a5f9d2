#pragma once

#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

/// Cells of SettingTableModel. Editing offers what the rule allows, and first of all "as above".
class SettingDelegate : public ui::TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace simiao::admin
