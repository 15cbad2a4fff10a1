import { useState } from 'react';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

/** Whether the browser may tell of a break when another window is in front. It is asked here, on a press, and nowhere else. */
export function NoticeCard() {
  const [permission, setPermission] = useState<NotificationPermission | 'missing'>(() =>
    'Notification' in window ? Notification.permission : 'missing',
  );
  const { notice } = text.breaks;
  const allow = (): void => void Notification.requestPermission().then(setPermission);
  return (
    <section className="card stack" aria-labelledby="breaks-notice">
      <h2 id="breaks-notice">{notice.title}</h2>
      {permission === 'default' ? (
        <>
          <p>{notice.ask}</p>
          <div className="row">
            <Button onPress={allow}>{notice.allow}</Button>
          </div>
        </>
      ) : (
        <p role="status">{notice[permission]}</p>
      )}
    </section>
  );
}
