#pragma once

#include <QObject>
#include <QWidgetList>

namespace simiao::registration {

/// Fields that Enter walks forwards and Escape backwards, as people at a counter expect. Nothing typed is touched.
class FieldChain : public QObject
{
    Q_OBJECT

public:
    explicit FieldChain(const QWidgetList &fields, QObject *parent = nullptr);

Q_SIGNALS:
    void passedEnd();
    void passedStart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goTo(qsizetype position);

    QWidgetList m_fields;
};

} // namespace simiao::registration
