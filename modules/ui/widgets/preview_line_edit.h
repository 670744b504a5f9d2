#pragma once

#include <QLineEdit>

namespace simiao::ui {

/// A line edit that shows at its right what it has understood so far. The preview gives way to what is
/// typed: it is elided, then left out. Its kept part (a quantity, a price) does not: what is typed scrolls beside it.
class PreviewLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PreviewLineEdit(QWidget *parent = nullptr);

    /// \param kept  stands behind the preview and is always shown whole
    void setPreview(const QString &preview, const QString &kept = {});
    /// Preview and kept part, as they are read.
    QString preview() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeRoom();
    int keptWidth() const;

    QString m_preview;
    QString m_kept;
};

} // namespace simiao::ui
