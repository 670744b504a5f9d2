#pragma once

#include "domain/medications/prescription.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::pharmacy {

/// The head of a prescription in the colour its paper has by law (order 53 (2007), RX15): form and number.
class FormBand : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit FormBand(QWidget *parent = nullptr);

    void setPrescription(medications::PrescriptionForm form, const QString &number);
    QString text() const;

    QSize sizeHint() const override;

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    medications::PrescriptionForm m_form = medications::PrescriptionForm::Ordinary;
    QString m_number;
};

} // namespace simiao::pharmacy
