#pragma once

#include <QLineEdit>

namespace simiao::ui {

/// A line edit that shows at its right what it has understood so far. The preview gives way to what is
/// typed: it is elided, then left out.
class PreviewLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PreviewLineEdit(QWidget *parent = nullptr);

    void setPreview(const QString &preview);
    const QString &preview() const { return m_preview; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_preview;
};

} // namespace simiao::ui
