#pragma once

#include "ui/input/scan_burst.h"

#include <QLineEdit>

namespace simiao::admin {

/// Takes keys as a scanner or card reader sends them, and judges them by their times. Enter belongs to what is sent; Escape
/// and Tab stay the person's. Input methods are off: they would keep the keys.
class ScanField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ScanField(QWidget *parent = nullptr);

    ui::ScanVerdict verdict() const { return m_burst.verdict(); }
    bool hasReceived() const { return !m_burst.isEmpty(); }
    void forget();

Q_SIGNALS:
    /// One more key arrived.
    void received();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ui::ScanBurst m_burst;
};

} // namespace simiao::admin
