#pragma once

#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

/// Cells of tables whose badges carry the glyph of their severity too: where a state decides, colour alone does not say it.
class BadgeDelegate : public ui::TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace simiao::admin
