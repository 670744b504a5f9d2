#pragma once

#include "terminology/pinyin.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace simiao::shell {

/// Pinyin keys of the texts asked for so far. Made on the thread pool, because the tables take 100 ms to load.
class PinyinCache : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Makes the keys that are not there yet; `ready` tells when they are.
    void prepare(const QStringList &texts);
    /// Empty for a text without Chinese and while its keys are being made.
    terminology::PinyinKeys keysOf(const QString &text) const { return m_keys.value(text); }

Q_SIGNALS:
    void ready();

private:
    using Keys = QHash<QString, terminology::PinyinKeys>;
    void take(const Keys &keys);

    Keys m_keys;
};

} // namespace simiao::shell
