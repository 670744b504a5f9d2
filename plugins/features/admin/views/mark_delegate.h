#pragma once

#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

/// Cells of a matrix: a tick where there is a text, nothing else.
class MarkDelegate : public ui::TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace simiao::admin
