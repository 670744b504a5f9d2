#pragma once

#include "imaging/views/image_exporting.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// Says how an export goes and what came of it. Nothing while there is none.
class ExportLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit ExportLine(ImageExporting *exporting, QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    ui::Notice notice() const;
    ui::Notice ended() const;
    QStringList warnings() const;
    QStringList absences() const;
    void act();

    ImageExporting *m_exporting;
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
