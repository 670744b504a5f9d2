#pragma once

#include "ui/theme/simiao_style.h"

#include <QLabel>

namespace simiao::ui {

/// A QLabel that is always plain text and takes size, weight and colour from the theme.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Ink { Text, Secondary, Accent, Block, Warn, Ok };

    explicit TextLabel(const QString &text,
                       Type type = Type::Base,
                       Ink ink = Ink::Text,
                       QWidget *parent = nullptr);

    void setInk(Ink ink);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retheme();

    Type m_type;
    Ink m_ink;
};

} // namespace simiao::ui
