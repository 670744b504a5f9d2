#pragma once

#include "ui/widgets/themed_widget.h"

namespace simiao::ui {

/// A number for reading and comparing: caption, digits of equal width, unit; right-aligned.
/// Text in, because amounts are formatted by their own types: setNumber(u"341.90", u"CNY").
class NumberLabel : public ThemedWidget
{
    Q_OBJECT

public:
    explicit NumberLabel(QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    /// \param unit   shown after the number in the secondary colour
    void setNumber(const QString &number, const QString &unit = {});
    /// A currency sign before the number.
    void setPrefix(const QString &prefix);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rename();

    QString m_caption;
    QString m_prefix;
    QString m_number;
    QString m_unit;
};

} // namespace simiao::ui
