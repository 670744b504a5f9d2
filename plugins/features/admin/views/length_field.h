#pragma once

#include "domain/administration/desk_device.h"

#include <QDoubleSpinBox>

namespace simiao::admin {

/// A length in millimetres with one decimal; whole tenths outside.
class LengthField : public QDoubleSpinBox
{
    Q_OBJECT

public:
    LengthField(const QString &name, administration::Range tenths, QWidget *parent = nullptr);

    int tenthMm() const;
    /// What is shown already keeps its caret.
    void setTenthMm(int tenths);

protected:
    /// The wheel scrolls the form, it does not change what nobody entered.
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace simiao::admin
