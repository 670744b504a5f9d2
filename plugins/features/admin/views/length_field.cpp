#include "admin/views/length_field.h"

#include <QWheelEvent>

#include <cmath>

namespace simiao::admin {

namespace {

constexpr double kTenth = 10;

} // namespace

LengthField::LengthField(const QString &name, administration::Range tenths, QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setObjectName(name);
    setDecimals(1);
    setSingleStep(0.5);
    setSuffix(QStringLiteral(" mm"));
    setRange(tenths.least / kTenth, tenths.most / kTenth);
}

int LengthField::tenthMm() const
{
    return int(std::lround(value() * kTenth));
}

void LengthField::setTenthMm(int tenths)
{
    if (tenths != tenthMm())
        setValue(tenths / kTenth);
}

void LengthField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace simiao::admin
