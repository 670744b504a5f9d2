#pragma once

#include <QWidget>

namespace simiao::ui {
class LabelRow;
class NoticeLine;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::admin {

class ScanField;

/// Tries a device that types like a keyboard: what it sent, how long that is, how fast it came, and whether it would be
/// taken for a scanner.
class ScanTrial : public QWidget
{
    Q_OBJECT

public:
    explicit ScanTrial(QWidget *parent = nullptr);

    /// Empties the field and puts the focus there. \param device  its name, for the title
    void enter(const QString &device);
    void retranslate();

Q_SIGNALS:
    /// Escape.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void showVerdict();
    QString wordsOfVerdict() const;

    QString m_device;
    ui::PanelHeader *m_header;
    ScanField *m_field;
    ui::LabelRow *m_row;
    ui::NoticeLine *m_verdict;
};

} // namespace simiao::admin
